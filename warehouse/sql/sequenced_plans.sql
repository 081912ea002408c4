select distinct plan_key
from core.sequence
order by plan_key;
