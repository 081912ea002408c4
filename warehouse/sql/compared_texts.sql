select
    document_id,
    key
from core.traits
where field in ('action', 'progress', 'name')
    and list_contains($document_ids::varchar[], document_id);
