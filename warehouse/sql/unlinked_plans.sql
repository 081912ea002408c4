select plan_key
from core.unlinked_plans
order by plan_key;
