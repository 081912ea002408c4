update core.documents
set superseded_by = standing.superseded_by
from (
    select
        document_id,
        lead(document_id) over (partition by review_id order by sequence) as superseded_by
    from core.documents
    where outcome <> 'refused'
        and list_contains($review_ids::varchar[], review_id)
) as standing
where documents.document_id = standing.document_id
    and documents.superseded_by is distinct from standing.superseded_by;
