-- First reviews of a line whose texts stand in the last review of another line of the publisher that ended no more than
-- two years before; the one with the most texts in common.
with dated as (
    select
        r.document_id,
        r.review_id,
        r.plan_key,
        split_part(r.review_id, '/', 1) as publisher,
        r.as_at,
        row_number() over (partition by r.plan_key order by r.as_at, r.cycle, r.review_id) as place,
        count(*) over (partition by r.plan_key) as reviews
    from core.current_documents d
    join core.reviews r using (document_id)
    where r.as_at is not null
),
pairs as (
    select
        l.document_id,
        l.review_id,
        f.document_id as former_document,
        f.review_id as former
    from dated l
    join dated f using (publisher)
    where l.publisher <> 'unknown'
        and l.place = 1
        and f.place = f.reviews
        and f.plan_key <> l.plan_key
        and f.as_at <= l.as_at
        and f.as_at + interval 2 years >= l.as_at
),
texts as materialized (
    select distinct
        document_id,
        field,
        key
    from core.traits
    where field in ('action', 'texts', 'name')
        and document_id in (
            select document_id
            from pairs
            union all
            select former_document
            from pairs
        )
),
counted as (
    select
        document_id,
        count(*) as texts
    from texts
    group by document_id
),
common as (
    select
        p.document_id,
        p.review_id,
        p.former,
        count(*) as shared,
        any_value(least(l.texts, f.texts)) as texts
    from pairs p
    join texts mine on mine.document_id = p.document_id
    join texts theirs on theirs.document_id = p.former_document
        and theirs.field = mine.field
        and theirs.key = mine.key
    join counted l on l.document_id = p.document_id
    join counted f on f.document_id = p.former_document
    group by p.document_id, p.review_id, p.former
),
parted as (
    select
        l.subject_id as review_id,
        f.subject_id as former
    from core.corrections c
    join core.placements l on l.correction_id = c.correction_id and l.side = 'subject'
    join core.placements f on f.correction_id = c.correction_id and f.side = 'other'
    where c.kind = 'unlink'
        and l.subject_kind = 'review'
        and not c.is_undone
)
select
    c.document_id,
    c.review_id,
    c.former,
    c.shared,
    c.texts
from common c
anti join parted p on regexp_replace(p.review_id, '/[^/]*$', '') = regexp_replace(c.review_id, '/[^/]*$', '')
    and regexp_replace(p.former, '/[^/]*$', '') = regexp_replace(c.former, '/[^/]*$', '')
where c.shared >= $texts
    and c.shared >= $share * c.texts
qualify row_number() over (partition by c.document_id order by c.shared desc, c.former) = 1
order by c.review_id;
