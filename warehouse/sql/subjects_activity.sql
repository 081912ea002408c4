select
    a.document_id,
    a.activity_id as id,
    a.position,
    a.refs,
    a.priority,
    array_to_string(a.texts, ' ') as text,
    a.plans as people
from core.current_documents d
join core.reviews r using (document_id)
join core.activities a using (document_id)
where r.plan_key = $plan_key
order by a.document_id, a.position, a.activity_id;
