select
    outcome,
    code,
    message,
    review_id,
    extractor_version,
    sequence
from core.documents
where document_id = $document_id;
