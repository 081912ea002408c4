-- The reviews that stand, in order of plan and time: `rank` spares the views below it a sort by long texts.
create view core.standing_reviews as
select
    r.*,
    row_number() over (order by r.plan_key, r.as_at nulls last, r.cycle, r.review_id) as rank
from core.current_documents d
join core.reviews r using (document_id);

create view main.reviews as
with statuses as (
    select
        document_id,
        count(*) as actions,
        count(*) filter (where status = 'completed') as completed,
        count(*) filter (where status = 'on_schedule') as on_schedule,
        count(*) filter (where status = 'behind_schedule') as behind_schedule,
        count(*) filter (where status = 'off_track') as off_track,
        count(*) filter (where status = 'not_started') as not_started,
        count(*) filter (where status = 'paused') as paused,
        count(*) filter (where status = 'cancelled') as cancelled,
        count(*) filter (where status = 'no_information') as no_information,
        count(*) filter (where status = 'unknown') as unknown
    from core.actions
    group by document_id
),
measures as (
    select
        document_id,
        count(*) as indicators
    from core.indicators
    group by document_id
),
alerts as (
    select
        document_id,
        count(*) as findings
    from core.findings
    group by document_id
)
select
    r.review_id,
    r.publisher,
    r.plan,
    r.plan_period,
    r.title,
    r.cycle,
    r.as_at,
    r.appendix,
    r.document_id,
    d.file_name,
    d.page_count,
    coalesce(s.actions, 0)::integer as actions,
    coalesce(m.indicators, 0)::integer as indicators,
    coalesce(a.findings, 0)::integer as findings,
    coalesce(s.completed, 0)::integer as completed,
    coalesce(s.on_schedule, 0)::integer as on_schedule,
    coalesce(s.behind_schedule, 0)::integer as behind_schedule,
    coalesce(s.off_track, 0)::integer as off_track,
    coalesce(s.not_started, 0)::integer as not_started,
    coalesce(s.paused, 0)::integer as paused,
    coalesce(s.cancelled, 0)::integer as cancelled,
    coalesce(s.no_information, 0)::integer as no_information,
    coalesce(s.unknown, 0)::integer as unknown,
    r.plan_key as plan_line
from core.current_documents d
join core.reviews r using (document_id)
left join statuses s using (document_id)
left join measures m using (document_id)
left join alerts a using (document_id)
order by r.plan_key, r.as_at nulls last, r.cycle, r.review_id;

create view main.documents as
select
    document_id,
    source,
    file_name,
    bytes,
    page_count,
    producer,
    tagged,
    outcome,
    code,
    message,
    review_id,
    ingested_at,
    extractor_version,
    ink_coverage,
    superseded_by
from core.documents
order by sequence;

create view main.legend as
select
    d.review_id,
    l.position,
    l.mark,
    l.label,
    l.definition,
    l.status
from core.current_documents d
join core.legend l using (document_id)
order by d.review_id, l.position;

create view main.priorities as
select
    d.review_id,
    p.number,
    p.title
from core.current_documents d
join core.priorities p using (document_id)
order by d.review_id, p.position;

create view main.activities as
select
    d.review_id,
    a.activity_id,
    a.priority,
    a.refs,
    a.texts,
    a.plans,
    a.pages,
    a.position,
    t.thread_id
from core.current_documents d
join core.activities a using (document_id)
left join core.threads t on t.subject_id = a.activity_id and t.kind = 'activity'
order by d.review_id, a.position;

create view main.actions as
with titles as (
    select
        document_id,
        number,
        min(title) as title
    from core.priorities
    group by document_id, number
),
alerts as (
    select
        subject_id,
        count(*) as findings
    from core.findings
    where subject_kind = 'action'
    group by subject_id
)
select
    r.review_id,
    r.publisher,
    r.plan,
    r.cycle,
    r.as_at,
    a.action_id,
    t.thread_id,
    a.position,
    a.priority,
    p.title as priority_title,
    a.activity_refs,
    a.activity,
    a.plans,
    a.action_number,
    a.action,
    a.leads,
    a.progress,
    a.status,
    a.status_label,
    a.status_basis,
    a.mark,
    a.due_date,
    a.start_date,
    a.direction,
    a.extra,
    a.confidence,
    a.pages,
    coalesce(f.findings, 0)::integer as findings,
    a.document_id,
    a.activity_id,
    r.plan_key as plan_line
from core.standing_reviews r
join core.actions a using (document_id)
left join core.threads t on t.subject_id = a.action_id and t.kind = 'action'
left join titles p on p.document_id = a.document_id and p.number = a.priority
left join alerts f on f.subject_id = a.action_id
order by r.rank, a.position;

create view main.indicators as
with measured as (
    select
        indicator_id,
        first(value order by position) filter (where series = 'latest') as latest_value,
        first(unit order by position) filter (where series = 'latest') as latest_unit,
        first(period order by position) filter (where series = 'latest') as latest_period,
        first(value order by position) filter (where series = 'previous') as previous_value,
        first(value order by position) filter (where series = 'target') as target_value
    from core.readings
    group by indicator_id
),
alerts as (
    select
        subject_id,
        count(*) as findings
    from core.findings
    where subject_kind = 'indicator'
    group by subject_id
)
select
    r.review_id,
    r.publisher,
    r.plan,
    r.cycle,
    r.as_at,
    i.indicator_id,
    t.thread_id,
    i.position,
    i.priority,
    i.indicator_ref,
    i.name,
    i.printed_name,
    i.annual_performance,
    i.provisional,
    i.target,
    i.latest,
    i.previous,
    i.national,
    i.statistical_neighbours,
    i.good_is,
    i.polarity,
    m.latest_value,
    m.latest_unit,
    m.latest_period,
    m.previous_value,
    m.target_value,
    i.status,
    i.direction,
    i.extra,
    i.confidence,
    i.pages,
    coalesce(f.findings, 0)::integer as findings,
    i.notes,
    i.document_id,
    r.plan_key as plan_line
from core.standing_reviews r
join core.indicators i using (document_id)
left join core.threads t on t.subject_id = i.indicator_id and t.kind = 'indicator'
left join measured m using (indicator_id)
left join alerts f on f.subject_id = i.indicator_id
order by r.rank, i.position;

create view main.readings as
select
    x.indicator_id,
    d.review_id,
    x.series,
    x.period,
    x.raw,
    x.kind,
    x.value,
    x.unit,
    x.qualifier,
    x.provisional,
    x.status,
    x.position
from core.current_documents d
join core.readings x using (document_id)
order by d.review_id, x.indicator_id, x.position;

-- A document that was superseded keeps one finding in sight, the one that says so.
create view main.findings as
select
    f.finding_id,
    f.document_id,
    d.review_id,
    f.severity,
    f.code,
    f.message,
    f.page,
    f.subject_kind,
    f.subject_id,
    f.field
from core.documents d
join core.findings f using (document_id)
where d.superseded_by is null
    or f.code = 'superseded'
order by d.sequence, f.origin, f.position, f.finding_id;

create view main.evidence as
select
    e.subject_kind,
    e.subject_id,
    e.field,
    e.page,
    e.x0,
    e.top,
    e.x1,
    e.bottom,
    e.reader,
    e.raw,
    e.document_id
from core.current_documents d
join core.evidence e using (document_id)
order by d.sequence, e.position;

create view main.ledger as
select
    d.review_id,
    l.page,
    l.chars,
    l.fields,
    l.headers,
    l.legend,
    l.headings,
    l.furniture,
    l.left_alone,
    l.unplaced,
    l.marks,
    l.marks_placed,
    l.document_id
from core.current_documents d
join core.ledger l using (document_id)
order by d.review_id, l.page;

create view main.footnotes as
select
    d.review_id,
    n.position,
    n.footnote
from core.current_documents d
join core.footnotes n using (document_id)
order by d.review_id, n.position;

create view main.threads as
select
    t.thread_id,
    t.kind,
    t.review_id,
    t.subject_id,
    t.method,
    t.score,
    t.margin,
    t.decided_by
from core.threads t
left join core.sequence s using (review_id)
order by t.plan_key, t.kind, t.thread_id, s.place, t.subject_id;
