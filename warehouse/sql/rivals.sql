select
    document_id,
    superseded_by,
    file_name
from core.documents
where review_id = $review_id
    and outcome <> 'refused'
order by sequence;
