with titles as (
    select
        review_id,
        number,
        min(title) as title
    from priorities
    group by review_id, number
)
select
    action_id as subject_id,
    priority,
    priority_title,
    leads,
    status_label
from actions
where review_id in ($former, $latter)
union all
select
    i.indicator_id as subject_id,
    i.priority,
    t.title as priority_title,
    [] as leads,
    null as status_label
from indicators i
left join titles t on t.review_id = i.review_id and t.number = i.priority
where i.review_id in ($former, $latter)
