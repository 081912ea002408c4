select
    p.document_id,
    p.number,
    p.title
from core.current_documents d
join core.reviews r using (document_id)
join core.priorities p using (document_id)
where r.plan_key = $plan_key
order by p.document_id, p.position;
