select
    regexp_replace(review_id, '/[^/]*$', '') as plan,
    min(plan_key) as plan_key
from core.reviews
group by all;
