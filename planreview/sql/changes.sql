with sides as materialized (
    select document_id
    from core.current_documents
    where review_id in ($former, $latter)
),
near as materialized (
    select
        subject_kind,
        subject_id,
        field,
        page
    from core.evidence
    where document_id in (select document_id from sides)
),
wheres as (
    select
        subject_kind,
        subject_id,
        field,
        list_sort(list_distinct(list(page))) as pages
    from near
    group by subject_kind, subject_id, field
),
subjects as (
    select
        subject_kind,
        subject_id,
        list_sort(list_distinct(list(page))) as pages
    from near
    group by subject_kind, subject_id
),
moved as (
    select
        *,
        row_number() over () as place
    from changes_between($former, $latter)
)
select
    c.* exclude (place),
    coalesce(f.pages, fs.pages) as from_pages,
    coalesce(l.pages, ls.pages) as to_pages
from moved c
left join wheres f on f.subject_kind = c.kind and f.subject_id = c.from_id and f.field = c.field
left join wheres l on l.subject_kind = c.kind and l.subject_id = c.to_id and l.field = c.field
left join subjects fs on fs.subject_kind = c.kind and fs.subject_id = c.from_id
left join subjects ls on ls.subject_kind = c.kind and ls.subject_id = c.to_id
order by c.place
