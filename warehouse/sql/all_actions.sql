select *
from main.actions;
