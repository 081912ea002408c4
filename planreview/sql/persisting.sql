-- Actions that are off track now and were in the review before: in how many reviews on end.
with places as (
    select
        review_id,
        row_number() over (partition by publisher, plan order by as_at nulls last, cycle, review_id) as place
    from reviews
),
stages as (
    select
        a.thread_id,
        a.action_id,
        a.status,
        p.place,
        a.review_id
    from actions a
    join places p using (review_id)
    where a.thread_id in (select thread_id from actions where review_id = $latter and status = 'off_track')
),
standing as (
    select
        thread_id,
        action_id,
        place
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
join actions a using (action_id)
order by p.reviews desc, a.position
