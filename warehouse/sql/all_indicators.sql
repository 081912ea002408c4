select *
from main.indicators;
