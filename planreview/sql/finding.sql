select
    document_id,
    code,
    message,
    page,
    subject_kind,
    subject_id,
    field
from core.findings
where finding_id = $finding_id
