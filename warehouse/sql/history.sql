with named as (
    select
        'action' as kind,
        action_id as subject_id
    from core.actions
    where list_contains(activity_refs || [action_number], $ref)
        or len(list_filter(activity_refs || [action_number], lambda name: starts_with(name, $ref || '.'))) > 0
    union all
    select
        'indicator' as kind,
        indicator_id as subject_id
    from core.indicators
    where indicator_ref = $ref
        or starts_with(indicator_ref, $ref || '.')
    union all
    select
        kind,
        subject_id
    from core.subjects
    where kind in ('action', 'indicator')
        and (refs = $ref or subject_id = $ref)
    union all
    select
        kind,
        subject_id
    from core.threads
    where kind in ('action', 'indicator')
        and thread_id = $ref
),
current_ones as (
    select
        s.kind,
        s.subject_id
    from core.current_subjects s
    where (s.kind, s.subject_id) in (select (kind, subject_id) from named)
),
wanted as materialized (
    select distinct
        kind,
        coalesce(t.thread_id, n.subject_id) as thread
    from current_ones n
    left join core.threads t using (kind, subject_id)
),
followed as materialized (
    select t.subject_id
    from core.threads t
    join wanted w on w.kind = t.kind and w.thread = t.thread_id
    union
    select thread as subject_id
    from wanted
),
latest_values as (
    select
        indicator_id,
        first(value order by position) as latest_value
    from core.readings
    where indicator_id in (select subject_id from followed)
        and series = 'latest'
    group by indicator_id
),
near_subjects as (
    select
        d.document_id,
        s.kind,
        s.subject_id,
        s.refs,
        s.subject,
        t.thread_id,
        r.publisher,
        r.plan,
        r.review_id,
        r.cycle,
        r.as_at
    from core.subjects s
    join core.current_documents d using (document_id)
    join core.reviews r using (document_id)
    left join core.threads t using (kind, subject_id)
    where s.subject_id in (select subject_id from followed)
),
stages as (
    select
        s.kind,
        s.thread_id,
        s.publisher,
        s.plan,
        s.review_id,
        s.cycle,
        s.as_at,
        s.refs,
        s.subject,
        a.status,
        a.status_label,
        a.progress,
        null::varchar as latest,
        null::double as latest_value,
        array_to_string(a.leads, ', ') as leads,
        s.subject_id
    from near_subjects s
    join core.actions a on a.document_id = s.document_id and a.action_id = s.subject_id
    where s.kind = 'action'
    union all
    select
        s.kind,
        s.thread_id,
        s.publisher,
        s.plan,
        s.review_id,
        s.cycle,
        s.as_at,
        s.refs,
        s.subject,
        i.status,
        null as status_label,
        null as progress,
        i.latest,
        v.latest_value,
        null as leads,
        s.subject_id
    from near_subjects s
    join core.indicators i on i.document_id = s.document_id and i.indicator_id = s.subject_id
    left join latest_values v using (indicator_id)
    where s.kind = 'indicator'
)
from stages
order by publisher, plan, thread_id, as_at nulls last, cycle, refs, subject_id;
