delete from core.findings
where origin = 'store'
    and code <> 'superseded'
    and document_id = $document_id;
