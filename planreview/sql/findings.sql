with severities as (
    select
        unnest(['error', 'warning', 'info']) as severity,
        unnest([1, 2, 3]) as rank
),
found as materialized (
    select
        f.*,
        d.file_name,
        v.rank
    from findings f
    join severities v using (severity)
    join documents d using (document_id)
    left join core.reviews r using (document_id)
    where v.rank <= (select rank from severities where severity = $severity)
        and ($review is null or contains(f.review_id, $review))
        and ($document is null or starts_with(f.document_id, $document) or contains(d.file_name, $document))
        and ($code is null or f.code = $code)
        and ($publisher is null or contains(lower(r.publisher), lower($publisher)))
        and ($plan is null or contains(lower(r.plan), lower($plan)) or contains(r.plan_key, lower($plan)))
),
wanted as materialized (
    select distinct subject_id
    from found
    where subject_id is not null
),
subjects as (
    select
        action_id as subject_id,
        concat_ws(' / ', nullif(array_to_string(activity_refs, ', '), ''), action_number, left(action, 60)) as subject
    from core.actions
    where action_id in (select subject_id from wanted)
    union all
    select
        indicator_id as subject_id,
        concat_ws(' ', indicator_ref, left(name, 60)) as subject
    from core.indicators
    where indicator_id in (select subject_id from wanted)
    union all
    select
        activity_id as subject_id,
        array_to_string(refs, ', ') as subject
    from core.activities
    where activity_id in (select subject_id from wanted)
)
select
    f.* exclude (rank),
    s.subject
from found f
left join subjects s using (subject_id)
order by f.rank, f.review_id, f.file_name, f.page nulls first, f.finding_id
