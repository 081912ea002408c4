with stages as (
    select
        'action' as kind,
        a.thread_id,
        a.publisher,
        a.plan,
        a.review_id,
        a.cycle,
        a.as_at,
        s.refs,
        s.subject,
        a.status,
        a.status_label,
        a.progress,
        null::varchar as latest,
        null::double as latest_value,
        array_to_string(a.leads, ', ') as leads,
        a.action_id as subject_id,
        a.activity_refs || [a.action_number] as names
    from main.actions a
    join core.subjects s on s.subject_id = a.action_id and s.kind = 'action'
    union all
    select
        'indicator' as kind,
        i.thread_id,
        i.publisher,
        i.plan,
        i.review_id,
        i.cycle,
        i.as_at,
        s.refs,
        s.subject,
        i.status,
        null as status_label,
        null as progress,
        i.latest,
        i.latest_value,
        null as leads,
        i.indicator_id as subject_id,
        [i.indicator_ref] as names
    from main.indicators i
    join core.subjects s on s.subject_id = i.indicator_id and s.kind = 'indicator'
),
wanted as (
    select distinct coalesce(thread_id, subject_id) as thread
    from stages
    where refs = $ref
        or subject_id = $ref
        or thread_id = $ref
        or list_contains(names, $ref)
        or len(list_filter(names, lambda name: starts_with(name, $ref || '.'))) > 0
)
select s.* exclude (names)
from stages s
join wanted w on w.thread = coalesce(s.thread_id, s.subject_id)
order by s.publisher, s.plan, s.thread_id, s.as_at nulls last, s.cycle, s.refs, s.subject_id;
