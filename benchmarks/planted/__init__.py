"""An invented council with planted defects, and its clean twin: how many of the defects does the checker find?"""
