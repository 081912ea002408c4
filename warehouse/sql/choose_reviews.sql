create or replace temp table chosen as
select
    review_id,
    document_id
from reviews
where ($publisher::varchar is null or contains(lower(publisher), lower($publisher::varchar)))
    and ($plan::varchar is null or contains(lower(plan), lower($plan::varchar)) or contains(plan_line, lower($plan::varchar)));
