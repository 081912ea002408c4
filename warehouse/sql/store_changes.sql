insert into core.changes by name
from core.changes_of($plan_key, null, null)
order by position;
