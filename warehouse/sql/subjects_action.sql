select
    a.document_id,
    a.action_id as id,
    a.position,
    a.activity_id as home,
    a.activity_refs as refs,
    a.priority,
    a.action_number as number,
    a.action as text,
    a.progress as note,
    a.leads as people,
    a.status
from core.current_documents d
join core.reviews r using (document_id)
join core.actions a using (document_id)
where r.plan_key = $plan_key
order by a.document_id, a.position, a.action_id;
