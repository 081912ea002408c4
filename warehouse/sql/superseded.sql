with texts as (
    select
        document_id,
        key
    from core.traits
    where field in ('action', 'progress', 'name')
),
wordings as (
    select distinct
        document_id,
        key
    from texts
)
select
    former.document_id,
    former.review_id,
    former.superseded_by,
    latter.file_name,
    count(texts.key) as texts,
    count(wordings.key) as kept
from core.documents former
join core.documents latter on latter.document_id = former.superseded_by
left join texts on texts.document_id = former.document_id
left join wordings on wordings.document_id = latter.document_id and wordings.key = texts.key
where list_contains($review_ids::varchar[], former.review_id)
group by former.document_id, former.review_id, former.superseded_by, latter.file_name, former.sequence
order by former.sequence;
