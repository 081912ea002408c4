select
    document_id as sha256,
    bytes,
    page_count,
    producer,
    tagged
from core.documents
where document_id = $document_id;
select
    publisher,
    plan,
    plan_period,
    title,
    cycle,
    as_at,
    appendix
from core.reviews
where document_id = $document_id;
select *
from core.legend
where document_id = $document_id
order by position;
select *
from core.priorities
where document_id = $document_id
order by position;
select
    activity_id as id,
    *
from core.activities
where document_id = $document_id
order by position, activity_id;
select
    action_id as id,
    *
from core.actions
where document_id = $document_id
order by position, action_id;
select
    indicator_id as id,
    *
from core.indicators
where document_id = $document_id
order by position, indicator_id;
select *
from core.readings
where document_id = $document_id
order by indicator_id, position;
select *
from core.footnotes
where document_id = $document_id
order by position;
with known as (
    select * exclude (settled_by)
    from core.settled_findings
    union all by name
    from core.findings
)
select *
from known
where document_id = $document_id
    and origin = 'extract'
order by position;
select *
from core.evidence
where document_id = $document_id
order by position;
select *
from core.ledger
where document_id = $document_id
order by page;
select
    subject_kind,
    subject_id,
    field,
    value
from core.extracted
where document_id = $document_id;
