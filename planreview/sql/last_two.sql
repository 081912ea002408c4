with plans as (
    select
        review_id,
        plan_line,
        row_number() over (partition by plan_line order by as_at nulls first, review_id) as place,
        count(*) over (partition by plan_line) as reviews
    from reviews
    where ($publisher is null or contains(lower(publisher), lower($publisher)))
        and ($plan is null or contains(lower(plan), lower($plan)) or contains(plan_line, lower($plan)))
)
select
    review_id,
    plan_line
from plans
where place > reviews - 2
order by plan_line, place
