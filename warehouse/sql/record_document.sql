insert into core.documents by name
select
    $document_id as document_id,
    coalesce($sequence, (select max(sequence) + 1 from core.documents), 1) as sequence,
    $source as source,
    $file_name as file_name,
    $bytes as bytes,
    $page_count as page_count,
    $producer as producer,
    $tagged as tagged,
    $outcome as outcome,
    $code as code,
    $message as message,
    $review_id as review_id,
    $ingested_at as ingested_at,
    $extractor_version as extractor_version,
    $ink_coverage as ink_coverage;
