insert into core.changes by name
from core.changes_told($plan_keys, null, null)
order by plan_key, position;
