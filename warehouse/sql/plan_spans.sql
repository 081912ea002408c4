select
    regexp_replace(review_id, '/[^/]*$', '') as plan,
    min(r.as_at) as first_day,
    max(r.as_at) as last_day
from core.current_documents d
join core.reviews r using (document_id, review_id)
group by all
order by all;
