select
    v.review_id,
    v.plan_line
from reviews v
order by v.review_id
