select
    review_id,
    document_id
from reviews
order by review_id
