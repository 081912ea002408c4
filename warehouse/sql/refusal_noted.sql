select
    finding_id,
    position,
    origin,
    severity,
    code,
    message,
    page,
    subject_kind,
    subject_id,
    field
from core.findings
where document_id = $document_id
    and origin = 'store'
    and ends_with(finding_id, '-refused');
