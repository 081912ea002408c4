select review_id
from reviews
order by review_id
