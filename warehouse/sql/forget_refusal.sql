delete from core.findings
where origin = 'store'
    and ends_with(finding_id, '-refused')
    and document_id = $document_id;
