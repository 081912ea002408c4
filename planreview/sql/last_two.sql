with plans as (
    select
        *,
        regexp_replace(review_id, '/[^/]*$', '') as plan_key,
        row_number() over (partition by plan_key order by as_at nulls first, review_id) as place,
        count(*) over (partition by plan_key) as reviews
    from reviews
)
select
    review_id,
    plan_key
from plans
where place > reviews - 2
order by plan_key, place
