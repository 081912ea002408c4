with severities as (
    select
        unnest(['error', 'warning', 'info']) as severity,
        unnest([1, 2, 3]) as rank
),
subjects as (
    select
        action_id as subject_id,
        concat_ws(' / ', nullif(array_to_string(activity_refs, ', '), ''), action_number, left(action, 60)) as subject
    from actions
    union all
    select
        indicator_id as subject_id,
        concat_ws(' ', indicator_ref, left(name, 60)) as subject
    from indicators
    union all
    select
        activity_id as subject_id,
        array_to_string(refs, ', ') as subject
    from activities
)
select
    f.*,
    d.file_name,
    s.subject
from findings f
join severities v using (severity)
join documents d using (document_id)
left join subjects s using (subject_id)
where v.rank <= (select rank from severities where severity = $severity)
    and ($review is null or contains(f.review_id, $review))
    and ($document is null or starts_with(f.document_id, $document) or contains(d.file_name, $document))
    and ($code is null or f.code = $code)
order by v.rank, f.review_id, d.file_name, f.page nulls first, f.finding_id
