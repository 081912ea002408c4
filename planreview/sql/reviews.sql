select *
from reviews
where $review is null
    or contains(review_id, $review)
