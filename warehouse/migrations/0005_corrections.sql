-- The corrections file, line by line, as it stood when it was last read.
create table core.corrections (
    line integer not null,
    correction_id varchar not null,
    made_at varchar not null,
    made_by varchar not null,
    why varchar not null,
    kind varchar not null,
    review varchar not null,
    document varchar not null,
    subject varchar not null,
    refs varchar not null,
    number varchar not null,
    "row" varchar not null,
    text varchar not null,
    field varchar not null,
    was varchar not null,
    now varchar not null,
    other_review varchar not null,
    other_document varchar not null,
    other_refs varchar not null,
    other_number varchar not null,
    other_row varchar not null,
    other_text varchar not null,
    is_undone boolean not null
);

-- Where a correction found what it speaks of, in each document that it may hold for. A link has two sides.
create table core.placements (
    document_id varchar not null,
    correction_id varchar not null,
    side varchar not null check (side in ('subject', 'other')),
    subject_kind varchar not null,
    subject_id varchar,
    state varchar not null check (state in ('applied', 'overtaken', 'stale', 'replaced', 'orphaned')),
    extracted varchar not null
);

-- What was read, of all that a correction has replaced; a document's other facts are as they were read.
create table core.extracted (
    document_id varchar not null,
    subject_kind varchar not null,
    subject_id varchar not null,
    field varchar not null,
    value json not null
);

-- Findings that a person has answered: the value is corrected, or is right.
create table core.settled_findings (
    document_id varchar not null,
    finding_id varchar not null,
    position integer not null,
    origin varchar not null,
    severity varchar not null,
    code varchar not null,
    message varchar not null,
    page integer,
    subject_kind varchar,
    subject_id varchar,
    field varchar,
    settled_by varchar not null
);

create view main.settled_findings as
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
    f.field,
    f.settled_by
from core.current_documents d
join core.settled_findings f using (document_id)
order by d.sequence, f.origin, f.position, f.finding_id;

-- One line a correction, with where it stands now; of several documents of one review the current one tells.
create view main.corrections as
with places as (
    select
        p.correction_id,
        count(*) filter (where p.subject_id is not null) as found,
        first(d.review_id order by p.subject_id is null, d.sequence desc) filter (where p.side = 'subject') as review_id,
        first(p.document_id order by p.subject_id is null, d.sequence desc)
            filter (where p.side = 'subject') as document_id,
        first(p.subject_id order by p.subject_id is null, d.sequence desc) filter (where p.side = 'subject') as subject_id,
        first(p.extracted order by p.subject_id is null, d.sequence desc) filter (where p.side = 'subject') as extracted,
        first(p.state order by p.subject_id is null, d.sequence desc) filter (where p.side = 'subject') as state,
        first(p.subject_id order by p.subject_id is null, d.sequence desc) filter (where p.side = 'other') as other_id,
        first(p.state order by p.subject_id is null, d.sequence desc) filter (where p.side = 'other') as other_state
    from core.placements p
    join core.current_documents d using (document_id)
    group by p.correction_id
)
select
    c.correction_id,
    c.line,
    case
        when c.is_undone then 'undone'
        when c.kind = 'undo' then 'applied'
        when p.state = 'orphaned' or p.other_state = 'orphaned' then 'orphaned'
        when p.state is null or (c.kind in ('link', 'unlink') and p.other_state is null) then 'waiting'
        else p.state
    end as state,
    c.made_at,
    c.made_by,
    c.why,
    c.kind,
    coalesce(p.review_id, nullif(c.review, '')) as review_id,
    nullif(c.subject, '') as subject_kind,
    p.subject_id,
    nullif(c.refs, '') as refs,
    nullif(c.number, '') as number,
    nullif(c.text, '') as subject,
    nullif(c.field, '') as field,
    c.was,
    c.now,
    p.extracted,
    nullif(c.other_review, '') as other_review,
    p.other_id,
    p.document_id
from core.corrections c
left join places p using (correction_id)
order by c.line;

comment on view main.corrections is 'What people decided, line by line, and where each decision stands now';
comment on column main.corrections.correction_id is 'Correction; what --undo takes';
comment on column main.corrections.line is 'Decisions in the order of the corrections file; a later one wins';
comment on column main.corrections.state is 'applied; overtaken: the same is read by now; stale: another value is read than when it was decided; replaced by a later line; undone; orphaned: its row is not found; waiting: its review is not loaded';
comment on column main.corrections.made_at is 'When it was decided, as written in the file (UTC)';
comment on column main.corrections.made_by is 'Who decided';
comment on column main.corrections.why is 'Why';
comment on column main.corrections.kind is 'status, value, review, link, unlink, accept or undo';
comment on column main.corrections.review_id is 'Review it holds for; as addressed, where that is not loaded';
comment on column main.corrections.subject_kind is 'action, activity, indicator, review or page';
comment on column main.corrections.subject_id is 'Id of what it speaks of, in the current document';
comment on column main.corrections.refs is 'Refs at the time of the decision';
comment on column main.corrections.number is 'Number at the time of the decision; of a finding without a row, its page';
comment on column main.corrections.subject is 'Text at the time of the decision';
comment on column main.corrections.field is 'Column that is corrected or accepted';
comment on column main.corrections.was is 'What was read when it was decided';
comment on column main.corrections.now is 'What it is; the code of an accepted finding; the line that is undone';
comment on column main.corrections.extracted is 'What is read now';
comment on column main.corrections.other_review is 'Of a link: the earlier review';
comment on column main.corrections.other_id is 'Of a link: the subject in the earlier review';
comment on column main.corrections.document_id is 'Document it is placed in';

comment on view main.settled_findings is 'Findings that a person has answered, by a correction or by accepting the value';
comment on column main.settled_findings.finding_id is 'Finding';
comment on column main.settled_findings.document_id is 'Document';
comment on column main.settled_findings.review_id is 'Review';
comment on column main.settled_findings.severity is 'error, warning or info';
comment on column main.settled_findings.code is 'Kind of finding, see findings.md';
comment on column main.settled_findings.message is 'What was found, in one sentence';
comment on column main.settled_findings.page is 'Page';
comment on column main.settled_findings.subject_kind is 'action, activity, indicator, review, or null for a page or the whole document';
comment on column main.settled_findings.subject_id is 'Id of what it is about';
comment on column main.settled_findings.field is 'Column it is about';
comment on column main.settled_findings.settled_by is 'Correction that answered it';

comment on column main.actions.status_basis is
    'How the status was found: legend, profile, words, alt, convention or none; correction where a person decided';
