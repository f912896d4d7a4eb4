"""The record page of a Chinese platform."""
