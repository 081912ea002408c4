select 1
from core.current_documents
where review_id = $review_id;
