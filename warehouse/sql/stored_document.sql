select
    document_id,
    source,
    file_name,
    bytes,
    page_count,
    producer,
    tagged,
    outcome,
    code,
    message,
    ingested_at,
    extractor_version,
    ink_coverage
from core.documents
where document_id = $document_id;
