-- Plans, each with the lines that its documents stand in: more than one where some were read again since.
select
    regexp_replace(review_id, '/[^/]*$', '') as plan,
    list(distinct plan_key) as plan_keys
from core.reviews
group by all;
