select
    review_id,
    document_id
from core.current_documents
where review_id is not null
order by review_id;
