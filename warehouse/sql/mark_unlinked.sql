insert into core.unlinked_plans (plan_key)
select $line
union
select plan_key
from core.reviews
where starts_with(review_id, $plan || '/')
union
select plan_key
from core.sequence
where starts_with(review_id, $plan || '/')
except
select plan_key
from core.unlinked_plans;
