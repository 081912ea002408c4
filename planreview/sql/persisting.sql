-- Actions that are off track now and were in the review before: in how many reviews on end.
with places as materialized (
    select
        d.document_id,
        r.review_id,
        row_number() over (order by r.as_at nulls last, r.cycle, r.review_id) as place
    from core.current_documents d
    join core.reviews r using (document_id)
    where r.plan_key in (select plan_key from core.reviews where review_id = $latter)
),
near_threads as (
    select
        subject_id,
        thread_id
    from core.threads
    where kind = 'action'
        and review_id in (select review_id from places)
),
stages as materialized (
    select
        t.thread_id,
        a.action_id,
        a.status,
        a.activity_refs,
        a.action_number,
        a.action,
        a.activity,
        a.position,
        p.place,
        p.review_id
    from core.actions a
    join places p using (document_id)
    join near_threads t on t.subject_id = a.action_id
),
standing as (
    select *
    from stages
    where review_id = $latter
        and status = 'off_track'
),
better as (
    select
        n.thread_id,
        max(s.place) as last_place
    from standing n
    join stages s on s.thread_id = n.thread_id and s.place < n.place and s.status <> 'off_track'
    group by n.thread_id
),
persisting as (
    select
        n.action_id,
        count(*) as reviews
    from standing n
    join stages s on s.thread_id = n.thread_id and s.place <= n.place
    left join better b on b.thread_id = n.thread_id
    where s.place > coalesce(b.last_place, 0)
    group by n.action_id
    having count(*) > 1
)
select
    p.action_id as subject_id,
    p.reviews,
    concat_ws(' / ', nullif(array_to_string(a.activity_refs, ', '), ''), a.action_number) as refs,
    coalesce(nullif(a.action, ''), a.activity) as subject
from persisting p
join standing a using (action_id)
order by p.reviews desc, a.position
