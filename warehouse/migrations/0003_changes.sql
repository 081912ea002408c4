-- What moved between consecutive reviews, as it stood when their plan was last linked; `position` counts in a plan.
create table core.changes (
    plan_key varchar not null,
    position integer not null,
    from_review varchar not null,
    to_review varchar not null,
    kind varchar not null,
    change varchar not null,
    thread_id varchar,
    refs varchar,
    subject varchar,
    field varchar,
    before varchar,
    after varchar,
    direction varchar,
    from_id varchar,
    to_id varchar
);

-- Sections whose number in a review is not that by which the plan's other reviews know them.
create table core.sections (
    plan_key varchar not null,
    review_id varchar not null,
    number varchar not null,
    section varchar not null
);

create macro core.rank_of(status) as
nullif(list_position(['completed', 'on_schedule', 'behind_schedule', 'off_track'], status), 0);

create macro core.status_direction(former, latter) as
case
    when former = 'not_started' and core.rank_of(latter) <= core.rank_of('on_schedule') then 'better'
    when former = 'not_started' and core.rank_of(latter) is not null then 'worse'
    when latter = 'not_started' and core.rank_of(former) <= core.rank_of('on_schedule') then 'worse'
    when core.rank_of(former) is null or core.rank_of(latter) is null then null
    when core.rank_of(former) > core.rank_of(latter) then 'better'
    when core.rank_of(former) < core.rank_of(latter) then 'worse'
    else 'same'
end;

create macro core.value_direction(former, latter, polarity) as
case
    when former is null or latter is null or polarity is null then null
    when former = latter then 'same'
    when (former < latter) = (polarity = 'high') then 'better'
    else 'worse'
end;

create macro core.date_direction(former, latter) as
case
    when former is null or latter is null then null
    when latter > former then 'worse'
    else 'better'
end;

-- The kind of time a printed period names; a figure of a quarter and one of a year are not comparable.
create macro core.span_of(period) as
case
    when period is null then null
    when regexp_matches(lower(period), 'full year|annual|year[- ]end') then 'year'
    when regexp_matches(lower(period), '\bq[1-4]\b|quarter') then 'quarter'
    when regexp_matches(lower(period), 'term') then 'term'
    when regexp_matches(lower(period), 'ytd|year to date') then 'year so far'
    when regexp_matches(lower(period), 'rolling') then 'running'
    when regexp_matches(lower(period), '\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)') then 'month'
    when regexp_matches(period, '\d{4}') then 'year'
end;

-- A figure that is counted from the year's beginning; it falls whenever a year turns, and says nothing by that.
create macro core.is_year_so_far(name, period) as
coalesce(core.span_of(period) = 'year so far', false)
or regexp_matches(
    lower(name),
    '\bytd\b|year[- ]to[- ]date|(this|the) year so far|so far (this|in the) year|since (1 )?april|hyd yma eleni'
);

-- The part of a year that a figure reaches to: as its period says, else as the review's day.
create macro core.part_of_year(period, as_at) as
coalesce(
    nullif(
        regexp_extract(
            lower(period), '\bq(?:uarter )?([1-4])\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)', 0
        ),
        ''
    ),
    month(as_at)::varchar
);

-- Two periods that may be the same one: either is not printed, or the words of one are all in the other.
create macro core.same_period(former, latter) as
former is null
or latter is null
or list_has_all(
    regexp_extract_all(lower(former), '[a-z0-9]+'), regexp_extract_all(lower(latter), '[a-z0-9]+')
)
or list_has_all(
    regexp_extract_all(lower(latter), '[a-z0-9]+'), regexp_extract_all(lower(former), '[a-z0-9]+')
);

create view core.current_subjects as
select
    d.review_id,
    s.kind,
    s.subject_id,
    s.position,
    s.refs,
    s.subject
from core.current_documents d
join core.subjects s using (document_id);

create view core.consecutive as
select
    plan_key,
    review_id as from_review,
    lead(review_id) over (partition by plan_key order by place) as to_review
from core.sequence
qualify to_review is not null;

create view core.placed_branches as
select
    b.*,
    f.place as before_place,
    l.place as after_place
from core.branches b
join core.sequence f on f.plan_key = b.plan_key and f.review_id = b.before_review
join core.sequence l on l.plan_key = b.plan_key and l.review_id = b.after_review;

-- All that moved: between two reviews, or between the consecutive reviews of some plans, or, with nulls, of all plans.
-- Whatever is large is first cut down to the documents that are asked for, `sides`.
create macro core.changes_of(plans, former, latter) as table
with pairs as (
    select
        from_review,
        to_review,
        true as consecutive
    from core.consecutive
    where former::varchar is null
        and (plans::varchar[] is null or plan_key in (select unnest(plans::varchar[])))
    union all
    select
        f.review_id as from_review,
        l.review_id as to_review,
        exists (
            from core.consecutive c
            where c.from_review = f.review_id
                and c.to_review = l.review_id
        ) as consecutive
    from core.current_documents f, core.current_documents l
    where f.review_id = former::varchar
        and l.review_id = latter::varchar
),
sides as materialized (
    select
        d.document_id,
        d.review_id
    from core.current_documents d
    where d.review_id in (
        select from_review
        from pairs
        union all
        select to_review
        from pairs
    )
),
near_threads as materialized (
    select *
    from core.threads
    where review_id in (select review_id from sides)
),
placed_threads as materialized (
    select
        t.*,
        s.place
    from near_threads t
    join core.sequence s using (plan_key, review_id)
),
near_subjects as materialized (
    select
        d.review_id,
        s.kind,
        s.subject_id,
        s.position,
        s.refs,
        s.subject
    from core.subjects s
    join sides d using (document_id)
),
near_actions as materialized (
    select
        a.action_id,
        a.activity_id,
        a.activity_refs,
        a.priority,
        coalesce(s.section, a.priority) as section,
        a.leads
    from core.actions a
    join sides d using (document_id)
    left join core.sections s on s.review_id = d.review_id and s.number = a.priority
),
near_indicators as materialized (
    select
        i.indicator_id,
        i.latest,
        i.previous,
        i.polarity,
        i.printed_name,
        r.as_at
    from core.indicators i
    join core.reviews r using (document_id)
    where i.document_id in (select document_id from sides)
),
-- A section is one whatever its number is; `named` is the field of a section's title with its name for its number.
near_traits as materialized (
    select
        t.subject_id,
        t.field,
        t.change,
        t.printed,
        if(t.field = 'priority', coalesce(s.section, t.key), t.key) as key,
        if(s.section is null or t.field = 'priority', t.field, 'priority ' || s.section) as named
    from core.traits t
    join sides d using (document_id)
    left join core.sections s on s.review_id = d.review_id
        and s.number = if(t.field = 'priority', t.printed, substr(t.field, length('priority ') + 1))
        and starts_with(t.field, 'priority')
),
befores as (
    select
        p.from_review,
        p.to_review,
        t.*
    from pairs p
    join placed_threads t on t.review_id = p.from_review
),
afters as (
    select
        p.from_review,
        p.to_review,
        t.*
    from pairs p
    join placed_threads t on t.review_id = p.to_review
),
-- A piece stands on the later side of a split and on the earlier side of a merge, and not on both.
links as (
    select
        f.from_review,
        f.to_review,
        f.kind,
        f.thread_id,
        f.subject_id as from_id,
        l.subject_id as to_id
    from befores f
    join afters l using (from_review, to_review, kind, thread_id)
    union
    select
        f.from_review,
        f.to_review,
        f.kind,
        f.thread_id,
        f.subject_id as from_id,
        l.subject_id as to_id
    from core.placed_branches b
    join befores f on f.thread_id = b.whole_thread and f.kind = b.kind
    join afters l on l.thread_id = b.piece_thread
        and l.kind = b.kind
        and l.from_review = f.from_review
        and l.to_review = f.to_review
    anti join befores other on other.thread_id = b.piece_thread
        and other.kind = b.kind
        and other.from_review = f.from_review
        and other.to_review = f.to_review
    where (b.event = 'split' and f.place <= b.before_place and l.place >= b.after_place)
        or (b.event = 'merge' and f.place >= b.after_place and l.place <= b.before_place)
    union
    select
        f.from_review,
        f.to_review,
        f.kind,
        l.thread_id,
        f.subject_id as from_id,
        l.subject_id as to_id
    from core.placed_branches b
    join befores f on f.thread_id = b.piece_thread and f.kind = b.kind
    join afters l on l.thread_id = b.whole_thread
        and l.kind = b.kind
        and l.from_review = f.from_review
        and l.to_review = f.to_review
    anti join afters other on other.thread_id = b.piece_thread
        and other.kind = b.kind
        and other.from_review = f.from_review
        and other.to_review = f.to_review
    where (b.event = 'split' and f.place >= b.after_place and l.place <= b.before_place)
        or (b.event = 'merge' and f.place <= b.before_place and l.place >= b.after_place)
),
counted as (
    select
        *,
        count(*) over (partition by from_review, to_review, kind, from_id) as pieces,
        count(*) over (partition by from_review, to_review, kind, to_id) as parts
    from links
),
matches as (
    select *
    from counted
    where pieces = 1
        and parts = 1
),
-- A review that has none of a kind says nothing of it: that is no data, not all added or all removed.
arrivals as (
    select
        p.from_review,
        p.to_review,
        s.kind,
        'added' as change,
        t.thread_id,
        s.refs,
        s.subject,
        null::varchar as field,
        null::varchar as before,
        nullif(s.subject, '') as after,
        null::varchar as direction,
        null::varchar as from_id,
        s.subject_id as to_id,
        s.position
    from pairs p
    join near_subjects s on s.review_id = p.to_review
    left join near_threads t on t.subject_id = s.subject_id and t.kind = s.kind
    anti join links k on k.from_review = p.from_review
        and k.to_review = p.to_review
        and k.kind = s.kind
        and k.to_id = s.subject_id
    semi join near_subjects o on o.review_id = p.from_review and o.kind = s.kind
),
departures as (
    select
        p.from_review,
        p.to_review,
        s.kind,
        'removed' as change,
        t.thread_id,
        s.refs,
        s.subject,
        null::varchar as field,
        nullif(s.subject, '') as before,
        null::varchar as after,
        null::varchar as direction,
        s.subject_id as from_id,
        null::varchar as to_id,
        s.position
    from pairs p
    join near_subjects s on s.review_id = p.from_review
    left join near_threads t on t.subject_id = s.subject_id and t.kind = s.kind
    anti join links k on k.from_review = p.from_review
        and k.to_review = p.to_review
        and k.kind = s.kind
        and k.from_id = s.subject_id
    semi join near_subjects o on o.review_id = p.to_review and o.kind = s.kind
),
divisions as (
    select
        k.from_review,
        k.to_review,
        k.kind,
        'split' as change,
        k.thread_id,
        any_value(f.refs) as refs,
        any_value(f.subject) as subject,
        null::varchar as field,
        any_value(f.subject) as before,
        string_agg(concat_ws(' ', nullif(l.refs, ''), l.subject), ' | ' order by l.position) as after,
        null::varchar as direction,
        k.from_id,
        first(k.to_id order by l.position) as to_id,
        min(l.position) as position
    from counted k
    join near_subjects f on f.subject_id = k.from_id and f.kind = k.kind
    join near_subjects l on l.subject_id = k.to_id and l.kind = k.kind
    where k.pieces > 1
    group by k.from_review, k.to_review, k.kind, k.thread_id, k.from_id
),
unions as (
    select
        k.from_review,
        k.to_review,
        k.kind,
        'merged' as change,
        any_value(k.thread_id) as thread_id,
        any_value(l.refs) as refs,
        any_value(l.subject) as subject,
        null::varchar as field,
        string_agg(concat_ws(' ', nullif(f.refs, ''), f.subject), ' | ' order by f.position) as before,
        any_value(l.subject) as after,
        null::varchar as direction,
        first(k.from_id order by f.position) as from_id,
        k.to_id,
        any_value(l.position) as position
    from counted k
    join near_subjects f on f.subject_id = k.from_id and f.kind = k.kind
    join near_subjects l on l.subject_id = k.to_id and l.kind = k.kind
    where k.parts > 1
    group by k.from_review, k.to_review, k.kind, k.to_id
),
-- An action that stands under another activity has moved; its number there is not a new number.
moves as (
    select
        m.from_review,
        m.to_review,
        m.thread_id,
        m.from_id,
        m.to_id,
        coalesce(nullif(array_to_string(f.activity_refs, ', '), ''), f.priority) as before,
        coalesce(nullif(array_to_string(l.activity_refs, ', '), ''), l.priority) as after
    from matches m
    join near_actions f on f.action_id = m.from_id
    join near_actions l on l.action_id = m.to_id
    anti join links home on home.kind = 'activity'
        and home.from_review = m.from_review
        and home.to_review = m.to_review
        and home.from_id = f.activity_id
        and home.to_id = l.activity_id
    where m.kind = 'action'
        and (
            (f.activity_id is not null and l.activity_id is not null)
            or (f.activity_id is null and l.activity_id is null and f.section <> l.section)
        )
),
former_traits as (
    select
        m.from_review,
        m.to_review,
        m.kind,
        m.thread_id,
        m.from_id,
        m.to_id,
        t.field,
        t.change,
        t.printed,
        t.key
    from matches m
    join near_traits t on t.subject_id = m.from_id
),
latter_traits as (
    select
        m.from_review,
        m.to_review,
        m.kind,
        m.thread_id,
        m.from_id,
        m.to_id,
        t.field,
        t.change,
        t.printed,
        t.key
    from matches m
    join near_traits t on t.subject_id = m.to_id
),
differences as (
    select
        from_review,
        to_review,
        kind,
        thread_id,
        from_id,
        to_id,
        field,
        coalesce(l.change, f.change) as change,
        f.printed as before,
        l.printed as after
    from former_traits f
    full join latter_traits l
        using (from_review, to_review, kind, thread_id, from_id, to_id, field)
    where f.key is distinct from l.key
        and (l.change is distinct from 'moved' or f.key is not null)
        and (f.change is distinct from 'moved' or l.key is not null)
),
-- When all actions of an activity pass from the same people to the same people, the activity does.
passed_on as (
    select
        m.from_review,
        m.to_review,
        f.activity_id as from_activity,
        l.activity_id as to_activity,
        m.from_id,
        m.to_id,
        x.before,
        x.after,
        f.leads as former_leads,
        l.leads as latter_leads
    from matches m
    join near_actions f on f.action_id = m.from_id
    join near_actions l on l.action_id = m.to_id
    join links home on home.kind = 'activity'
        and home.from_review = m.from_review
        and home.to_review = m.to_review
        and home.from_id = f.activity_id
        and home.to_id = l.activity_id
    left join differences x on x.from_review = m.from_review
        and x.to_review = m.to_review
        and x.from_id = m.from_id
        and x.to_id = m.to_id
        and x.field = 'leads'
    where m.kind = 'action'
),
handovers as (
    select
        p.from_review,
        p.to_review,
        any_value(m.thread_id) as thread_id,
        p.from_activity as from_id,
        p.to_activity as to_id,
        first(p.before order by p.from_id) as before,
        first(p.after order by p.to_id) as after
    from passed_on p
    join matches m on m.kind = 'activity'
        and m.from_review = p.from_review
        and m.to_review = p.to_review
        and m.from_id = p.from_activity
        and m.to_id = p.to_activity
    group by p.from_review, p.to_review, p.from_activity, p.to_activity
    having bool_and(p.before is not null or p.after is not null)
        and count(distinct list_sort(p.former_leads)) = 1
        and count(distinct list_sort(p.latter_leads)) = 1
),
measured as (
    select
        indicator_id,
        first({'value': value, 'unit': unit, 'period': period} order by position)
            filter (where series = 'latest') as latest,
        first({'value': value, 'unit': unit, 'period': period} order by position)
            filter (where series = 'previous') as previous
    from core.readings
    where document_id in (select document_id from sides)
        and kind = 'number'
        and series in ('latest', 'previous')
    group by indicator_id
),
-- A direction is said only of figures that can be compared: one unit, one polarity, one kind of period, and no
-- running total unless of the same period.
figures as (
    select
        m.from_review,
        m.to_review,
        m.thread_id,
        m.from_id,
        m.to_id,
        f.latest as before,
        l.previous as claimed,
        fi.latest as before_printed,
        li.previous as claimed_printed,
        case
            when fi.polarity <> li.polarity then null
            when f.latest.unit is distinct from l.latest.unit then null
            when coalesce(core.span_of(f.latest.period) <> core.span_of(l.latest.period), false) then null
            when regexp_matches(lower(li.printed_name), 'cumulative|running total|cronnus')
                and f.latest.period is distinct from l.latest.period then null
            when core.is_year_so_far(li.printed_name, l.latest.period)
                and core.part_of_year(f.latest.period, fi.as_at)
                is distinct from core.part_of_year(l.latest.period, li.as_at) then null
            else core.value_direction(f.latest.value, l.latest.value, li.polarity)
        end as direction,
        fi.polarity <> li.polarity as is_turned,
        fi.polarity is distinct from li.polarity as is_other_aim
    from matches m
    join near_indicators fi on fi.indicator_id = m.from_id
    join near_indicators li on li.indicator_id = m.to_id
    left join measured f on f.indicator_id = m.from_id
    left join measured l on l.indicator_id = m.to_id
    where m.kind = 'indicator'
),
restatements as (
    select
        g.from_review,
        g.to_review,
        'indicator' as kind,
        'restated' as change,
        g.thread_id,
        'previous' as field,
        g.before_printed as before,
        g.claimed_printed as after,
        null::varchar as direction,
        g.from_id,
        g.to_id
    from figures g
    join pairs p using (from_review, to_review)
    where p.consecutive
        and not coalesce(g.is_turned, false)
        and g.before.value <> g.claimed.value
        and g.before.unit is not distinct from g.claimed.unit
        and core.same_period(g.before.period, g.claimed.period)
),
shifts as (
    select
        x.from_review,
        x.to_review,
        x.kind,
        if(
            x.field = 'good_is' and g.is_other_aim and x.before is not null and x.after is not null,
            'polarity_changed',
            x.change
        ) as change,
        x.thread_id,
        x.field,
        x.before,
        x.after,
        case
            when x.field = 'status' then core.status_direction(x.before, x.after)
            when x.field = 'due_date' then core.date_direction(x.before, x.after)
            when x.kind = 'indicator' and x.field = 'latest' then g.direction
        end as direction,
        x.from_id,
        x.to_id
    from differences x
    left join figures g using (from_review, to_review, from_id, to_id)
    left join near_actions f on x.kind = 'action' and f.action_id = x.from_id
    left join near_actions l on x.kind = 'action' and l.action_id = x.to_id
    anti join moves v on x.field = 'action_number'
        and v.from_review = x.from_review
        and v.to_review = x.to_review
        and v.from_id = x.from_id
        and v.to_id = x.to_id
    anti join handovers h on x.field = 'leads'
        and h.from_review = x.from_review
        and h.to_review = x.to_review
        and h.from_id = f.activity_id
        and h.to_id = l.activity_id
),
alterations as (
    from shifts
    union all
    from restatements
    union all
    select
        from_review,
        to_review,
        'action' as kind,
        'moved' as change,
        thread_id,
        'activity_refs' as field,
        before,
        after,
        null as direction,
        from_id,
        to_id
    from moves
    union all
    select
        from_review,
        to_review,
        'activity' as kind,
        'lead_changed' as change,
        thread_id,
        'leads' as field,
        before,
        after,
        null as direction,
        from_id,
        to_id
    from handovers
),
movements as (
    select
        x.from_review,
        x.to_review,
        x.kind,
        x.change,
        x.thread_id,
        s.refs,
        s.subject,
        x.field,
        x.before,
        x.after,
        x.direction,
        x.from_id,
        x.to_id,
        s.position
    from alterations x
    join near_subjects s on s.subject_id = x.to_id and s.kind = x.kind
),
-- What holds for the review as a whole: the titles of its priorities and the meaning of its marks.
retitlings as (
    select
        p.from_review,
        p.to_review,
        'review' as kind,
        l.change,
        null::varchar as thread_id,
        substr(l.field, strpos(l.field, ' ') + 1) as refs,
        l.printed as subject,
        split_part(l.field, ' ', 1) as field,
        f.printed as before,
        l.printed as after,
        null::varchar as direction,
        p.from_review as from_id,
        p.to_review as to_id,
        0 as position
    from pairs p
    join sides fd on fd.review_id = p.from_review
    join sides ld on ld.review_id = p.to_review
    join near_traits f on f.subject_id = fd.document_id
    join near_traits l on l.subject_id = ld.document_id
        and l.named = f.named
    where f.key <> l.key
),
everything as (
    from retitlings
    union all
    from arrivals
    union all
    from departures
    union all
    from divisions
    union all
    from unions
    union all
    from movements
)
select
    coalesce(s.plan_key, '') as plan_key,
    row_number() over (
        partition by s.plan_key
        order by
            s.place,
            e.from_review,
            e.to_review,
            list_position(['review', 'activity', 'action', 'indicator'], e.kind),
            e.position,
            e.change,
            e.field,
            coalesce(e.to_id, e.from_id),
            e.refs
    )::integer as position,
    e.from_review,
    e.to_review,
    e.kind,
    e.change,
    e.thread_id,
    e.refs,
    e.subject,
    e.field,
    e.before,
    e.after,
    e.direction,
    e.from_id,
    e.to_id
from everything e
left join core.sequence s on s.review_id = e.from_review;

create macro main.changes_between(former, latter) as table
select * exclude (plan_key, position)
from core.changes_of(null, former, latter)
order by plan_key, position;

create view main.changes as
select * exclude (plan_key, position)
from core.changes
order by plan_key, position;
