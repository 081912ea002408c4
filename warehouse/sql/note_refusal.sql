update core.documents
set outcome = 'partial',
    code = $code,
    message = $message
where document_id = $document_id;
