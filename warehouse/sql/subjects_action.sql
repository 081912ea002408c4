select
    a.document_id,
    a.action_id,
    a.position,
    a.activity_id,
    a.activity_refs,
    a.priority,
    a.action_number,
    a.action,
    a.progress,
    a.leads
from core.current_documents d
join core.reviews r using (document_id)
join core.actions a using (document_id)
where r.plan_key = $plan_key
order by a.document_id, a.position, a.action_id;
