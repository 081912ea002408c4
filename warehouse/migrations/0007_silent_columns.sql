-- What moved, as it is told. A field that three rows and more have in one review, and no row of that kind in the other, is
-- a column which that one does not print: that is no data, not so many changes.
create macro core.changes_told(plans, former, latter) as table
with found as materialized (
    select
        *,
        case when before is null then from_review else to_review end as silent,
        field is not null and (before is null) <> (after is null) as is_one_sided
    from core.changes_of(plans, former, latter)
),
columns as (
    select
        from_review,
        to_review,
        silent,
        kind,
        field
    from found
    where is_one_sided
        and kind <> 'review'
    group by from_review, to_review, silent, kind, field
    having count(*) >= 3
),
printed as (
    select distinct
        d.review_id as silent,
        s.kind,
        t.field
    from core.current_documents d
    join core.subjects s using (document_id)
    join core.traits t using (document_id, subject_id)
    where d.review_id in (select silent from columns)
),
unprinted as (
    select c.*
    from columns c
    anti join printed p on p.silent = c.silent and p.kind = c.kind and p.field = c.field
)
select f.* exclude (silent, is_one_sided)
from found f
anti join unprinted u on f.is_one_sided
    and u.from_review = f.from_review
    and u.to_review = f.to_review
    and u.silent = f.silent
    and u.kind = f.kind
    and u.field = f.field;

create or replace macro main.changes_between(former, latter) as table
select * exclude (plan_key, position)
from core.changes_told(null, former, latter)
order by plan_key, position;

comment on macro table main.changes_between is 'What moved between any two reviews, given by their ids, with the columns of the view changes';

-- What is stored was worked out without this: every plan is linked anew.
insert into core.unlinked_plans
select distinct plan_key
from core.sequence
where plan_key not in (select plan_key from core.unlinked_plans);
