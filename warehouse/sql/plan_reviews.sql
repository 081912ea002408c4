select
    r.review_id,
    r.document_id,
    r.as_at
from core.current_documents d
join core.reviews r using (document_id)
where r.plan_key = $plan_key
order by r.as_at nulls last, r.cycle nulls last, r.review_id;
