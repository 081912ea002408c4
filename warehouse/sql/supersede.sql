update core.documents
set superseded_by = $superseded_by
where document_id = $document_id;
