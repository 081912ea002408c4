select *
from reviews
where ($review is null or contains(review_id, $review))
    and ($publisher is null or contains(lower(publisher), lower($publisher)))
    and ($plan is null or contains(lower(plan), lower($plan)) or contains(plan_line, lower($plan)))
