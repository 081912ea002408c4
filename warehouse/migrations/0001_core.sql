create table core.documents (
    document_id varchar not null,
    sequence bigint not null,
    source varchar not null,
    file_name varchar not null,
    bytes bigint not null,
    page_count integer,
    producer varchar,
    tagged boolean,
    outcome varchar not null check (outcome in ('loaded', 'partial', 'refused')),
    code varchar,
    message varchar,
    review_id varchar,
    ingested_at timestamp not null,
    extractor_version varchar not null,
    ink_coverage double,
    superseded_by varchar
);

-- `plan_key` is the plan's line: publisher and plan without its years, which its successors share.
create table core.reviews (
    document_id varchar not null,
    review_id varchar not null,
    plan_key varchar not null,
    publisher varchar,
    plan varchar,
    plan_period varchar,
    title varchar,
    cycle varchar,
    as_at date,
    appendix varchar
);

create table core.legend (
    document_id varchar not null,
    position integer not null,
    mark varchar not null,
    label varchar not null,
    definition varchar not null,
    status varchar not null
);

create table core.priorities (
    document_id varchar not null,
    position integer not null,
    number varchar not null,
    title varchar not null
);

create table core.activities (
    document_id varchar not null,
    activity_id varchar not null,
    position integer not null,
    priority varchar,
    refs varchar[] not null,
    texts varchar[] not null,
    plans varchar[] not null,
    pages integer[] not null
);

create table core.actions (
    document_id varchar not null,
    action_id varchar not null,
    position integer not null,
    activity_id varchar,
    priority varchar,
    activity_refs varchar[] not null,
    activity varchar not null,
    plans varchar[] not null,
    action_number varchar,
    action varchar not null,
    leads varchar[] not null,
    progress varchar not null,
    status varchar not null,
    status_label varchar,
    status_basis varchar not null,
    mark varchar,
    due_date date,
    start_date date,
    direction varchar,
    extra json not null,
    confidence double not null,
    pages integer[] not null
);

create table core.indicators (
    document_id varchar not null,
    indicator_id varchar not null,
    position integer not null,
    priority varchar,
    indicator_ref varchar,
    name varchar not null,
    printed_name varchar not null,
    annual_performance varchar,
    notes varchar[] not null,
    provisional boolean not null,
    target varchar,
    latest varchar,
    previous varchar,
    national varchar,
    statistical_neighbours varchar,
    good_is varchar,
    polarity varchar,
    status varchar,
    direction varchar,
    extra json not null,
    confidence double not null,
    pages integer[] not null
);

create table core.readings (
    document_id varchar not null,
    indicator_id varchar not null,
    position integer not null,
    series varchar not null,
    period varchar,
    raw varchar not null,
    kind varchar not null,
    value double,
    unit varchar,
    qualifier varchar,
    provisional boolean not null,
    status varchar
);

create table core.footnotes (
    document_id varchar not null,
    position integer not null,
    footnote varchar not null
);

create table core.findings (
    document_id varchar not null,
    finding_id varchar not null,
    position integer not null,
    origin varchar not null check (origin in ('extract', 'store', 'link')),
    severity varchar not null check (severity in ('error', 'warning', 'info')),
    code varchar not null,
    message varchar not null,
    page integer,
    subject_kind varchar,
    subject_id varchar,
    field varchar
);

create table core.evidence (
    document_id varchar not null,
    position integer not null,
    subject_kind varchar not null,
    subject_id varchar not null,
    field varchar not null,
    page integer not null,
    x0 double not null,
    top double not null,
    x1 double not null,
    bottom double not null,
    reader varchar not null,
    raw varchar not null
);

create table core.ledger (
    document_id varchar not null,
    page integer not null,
    chars integer not null,
    fields integer not null,
    headers integer not null,
    legend integer not null,
    headings integer not null,
    furniture integer not null,
    left_alone integer not null,
    unplaced integer not null,
    marks integer not null,
    marks_placed integer not null
);

-- Activities, actions and indicators under one roof; `subject` is what to call one: its text, or what stands for it.
create table core.subjects (
    document_id varchar not null,
    kind varchar not null check (kind in ('activity', 'action', 'indicator')),
    subject_id varchar not null,
    position integer not null,
    refs varchar not null,
    subject varchar not null
);

-- What is compared from one review to the next: `printed` for people, `key` for the comparison, alike for all that a
-- reader would not call a difference. `subject_id` is the document for what holds of the review as a whole.
create table core.traits (
    document_id varchar not null,
    subject_id varchar not null,
    field varchar not null,
    change varchar not null,
    printed varchar not null,
    key varchar not null
);

create table core.threads (
    plan_key varchar not null,
    thread_id varchar not null,
    kind varchar not null check (kind in ('activity', 'action', 'indicator')),
    review_id varchar not null,
    subject_id varchar not null,
    method varchar not null,
    score double,
    margin double,
    decided_by varchar not null
);

-- A thread that was divided from another, or joined into it, between two reviews that follow each other.
create table core.branches (
    plan_key varchar not null,
    kind varchar not null check (kind in ('activity', 'action', 'indicator')),
    event varchar not null check (event in ('split', 'merge')),
    whole_thread varchar not null,
    piece_thread varchar not null,
    before_review varchar not null,
    after_review varchar not null
);

-- The reviews of a plan in order of time, as they stood when they were last linked.
create table core.sequence (
    plan_key varchar not null,
    review_id varchar not null,
    place integer not null
);

create table core.unlinked_plans (
    plan_key varchar not null
);

create view core.current_documents as
select *
from core.documents
where outcome <> 'refused'
    and superseded_by is null;
