delete from core.findings
where origin = 'store'
    and code = 'superseded'
    and list_contains($document_ids::varchar[], document_id);
delete from core.settled_findings
where origin = 'store'
    and code = 'superseded'
    and list_contains($document_ids::varchar[], document_id);
