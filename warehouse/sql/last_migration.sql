select coalesce(max(number), 0)
from core.migrations;
